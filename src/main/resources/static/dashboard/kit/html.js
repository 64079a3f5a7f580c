/** Preact and htm, from one place. */
export {
  h, html, render, Component, createContext, useState, useReducer, useEffect, useLayoutEffect, useRef, useMemo,
  useCallback, useContext,
} from '../../vendor/htm-preact/standalone.module.js';
